/** Setting up the newspaper: step by step, each to be skipped, with the real front page beside it. Left at any step, it is gone on with there. */
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useAsk } from '../../state/ask.ts'
import { useNewArticle } from '../../state/newArticle.ts'
import { changeSettingUp, isSetUpStep, type SetUpStep, setUpSteps, useSettingUp } from '../../state/settingUp.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { FrontPreview } from '../queue/FrontPreview.tsx'
import { People } from '../settings/People.tsx'
import { FrameContext } from '../settings/SettingsForm.tsx'
import styles from './SetUpScreen.module.css'
import { steps } from './steps.tsx'
import { useWritten } from './useWritten.ts'

export function SetUpScreen({ step }: { readonly step: string | undefined }) {
  const [, go] = useLocation()
  const newArticle = useNewArticle()
  const { at, done } = useSettingUp()
  const here = isSetUpStep(step) ? step : at
  const { value, failure } = useAsk('settings.read', {})
  const { value: front } = useAsk('front.read', {})
  const [written, setFields] = useWritten(value?.settings)
  useEffect(() => changeSettingUp({ at: here }), [here])
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(here)
  useEffect(() => {
    // Another step is another page: read from its beginning, which in a narrow window lies far below the list of steps.
    if (shown.current !== here) {
      heading.current?.focus({ preventScroll: true })
      document.getElementById('main')?.scrollTo({ top: 0 })
      if (isOutOfSight(heading.current)) heading.current?.scrollIntoView()
    }
    shown.current = here
  }, [here])
  const next = setUpSteps[setUpSteps.indexOf(here) + 1]
  const goOn = (isDone: boolean) => {
    changeSettingUp({ done: isDone ? [...new Set([...done, here])] : done, ...(next ? {} : { isUnderWay: false }) })
    if (next) return go(`/setup/${next}`)
    say('The newspaper is set up. Everything can be changed under Settings.')
    go('/desk')
  }
  const { label, words, Form } = steps[here]
  const frame = {
    label: next ? 'Save and go on' : 'Save and finish',
    beside: <Button onClick={() => goOn(false)}>{next ? 'Skip' : 'Finish'}</Button>,
    onSaved: () => goOn(true),
    onFields: setFields,
  }
  return (
    <Page
      isWide
      title="Setting up the newspaper"
      subtitle="Each step can be skipped, and everything changed later under Settings."
      actions={
        <>
          <Button onClick={() => go('/desk')}>To the desk</Button>
          <Button onClick={() => void newArticle()}>New article</Button>
        </>
      }
    >
      <div className={styles.setup}>
        <Steps here={here} done={done} />
        <section className={styles.step} aria-label={label}>
          <h2 tabIndex={-1} ref={heading}>
            {label}
          </h2>
          <p className={styles.soft}>{words}</p>
          {failure ? <Refusal failure={failure} /> : null}
          <FrameContext value={frame}>
            {Form && value ? <Form key={here} settings={value.settings} base={value.hash} /> : null}
          </FrameContext>
          {here === 'people' ? (
            <>
              <People isWithin />
              <div className={styles.buttons}>
                <Button look="primary" onClick={() => goOn(true)}>
                  Finish
                </Button>
              </div>
            </>
          ) : null}
        </section>
        {front && value ? <FrontPreview slots={front.slots} stamp={value.hash} house={written} /> : <div />}
      </div>
    </Page>
  )
}

/** Not in the upper half of the window, where somebody looks for a beginning. */
function isOutOfSight(element: HTMLElement | null): boolean {
  const top = element?.getBoundingClientRect().top ?? 0
  return top < 0 || top > window.innerHeight / 2
}

function Steps({ here, done }: { readonly here: SetUpStep; readonly done: readonly SetUpStep[] }) {
  return (
    <nav aria-label="Steps" className={styles.steps}>
      <ol role="list">
        {setUpSteps.map((step, index) => (
          <li key={step}>
            <Link href={`/setup/${step}`} aria-current={step === here ? 'step' : undefined}>
              <span className={styles.number}>{index + 1}</span>
              <span>
                {steps[step].label}
                {done.includes(step) ? <span className={styles.soft}> done</span> : null}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
