/** Who is at the desk in this session, and how somebody else sits down. */
import { ChevronDown, User } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useLocation } from 'wouter'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { isAtDesk, type Person } from '../../shared/desk/person.ts'
import { useCommand } from '../state/commands.ts'
import { useSitDown } from '../state/sitDown.ts'
import styles from './PersonMenu.module.css'

export function PersonMenu({ status, person }: { readonly status: DeskStatus; readonly person: Person }) {
  const [, go] = useLocation()
  const sitDown = useSitDown()
  useCommand('leaveDesk', () => void sitDown(null))
  const choose = (key: string) => {
    if (key === 'people') go('/settings/people')
    else if (key === 'getUp') void sitDown(null)
    else if (key !== person.id) void sitDown(key)
  }
  return (
    <MenuTrigger>
      <AriaButton className={styles.button ?? ''} aria-label={`At the desk: ${person.name}`}>
        <User size={16} aria-hidden="true" />
        <span dir="auto">{person.name}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <p className={styles.trust}>Names are taken on trust: whoever uses this computer can choose any of them.</p>
        <Menu className={styles.menu ?? ''} aria-label="Who is at the desk" onAction={(key) => choose(String(key))}>
          <MenuSection aria-label="People" selectionMode="single" selectedKeys={[person.id]} disallowEmptySelection>
            {status.people.filter(isAtDesk).map((other) => (
              <MenuItem key={other.id} id={other.id} className={styles.item ?? ''} textValue={other.name}>
                {other.name}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={styles.separator ?? ''} />
          <MenuItem id="people" className={styles.item ?? ''}>
            People and roles…
          </MenuItem>
          <MenuItem id="getUp" className={styles.item ?? ''}>
            Leave the desk
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
