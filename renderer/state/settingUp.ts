/** How far the setting up of the newspaper has come, so that it is gone on with where it was left. Kept by this browser; what was set is the desk's. */
import { create } from 'zustand'
import { readStored, store } from './stored.ts'

export const setUpSteps = ['name', 'place', 'categories', 'words', 'sponsors', 'publishing', 'letter', 'people'] as const
export type SetUpStep = (typeof setUpSteps)[number]

interface SettingUp {
  /** Begun, and neither finished nor put aside: the Desk reminds of it. */
  readonly isUnderWay: boolean
  readonly at: SetUpStep
  readonly done: readonly SetUpStep[]
}

const key = 'chancery.settingUp'
const none: SettingUp = { isUnderWay: false, at: 'name', done: [] }

export const useSettingUp = create<SettingUp>(() => known(readStored(key)))

export function changeSettingUp(part: Partial<SettingUp>): void {
  useSettingUp.setState(part)
  store(key, useSettingUp.getState())
}

/** A new desk: nothing of it is set yet. */
export function beginSettingUp(): void {
  changeSettingUp({ ...none, isUnderWay: true })
}

export function isSetUpStep(name: string | undefined): name is SetUpStep {
  return setUpSteps.some((step) => step === name)
}

function known(stored: unknown): SettingUp {
  const { isUnderWay, at, done } = (stored ?? {}) as Partial<SettingUp>
  return {
    isUnderWay: isUnderWay === true,
    at: isSetUpStep(at) ? at : 'name',
    done: Array.isArray(done) ? done.filter(isSetUpStep) : [],
  }
}
