/** A workstation that does not answer takes nothing off the screen; a refusal is an answer like any other. */
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { answered, failureOf } from '../../renderer/state/answered.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** One question on a screen, whose answer is set by the test. */
function question() {
  let answer: Result<string>
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const observer = new QueryObserver(client, {
    queryKey: ['desk.status'],
    enabled: false,
    queryFn: () => answered(Promise.resolve(answer)),
  })
  return async (next: Result<string>) => {
    answer = next
    const { data, error } = await observer.refetch()
    return { value: data?.ok ? data.value : undefined, failure: failureOf(data, error)?.message }
  }
}

test('[WS4] what stands on the screen stays while nothing answers, and is put right by the next answer', async () => {
  const ask = question()
  expect(await ask(ok('Words'))).toEqual({ value: 'Words', failure: undefined })
  expect(await ask(fail('offline', 'Nobody answers.'))).toEqual({ value: 'Words', failure: undefined })
  expect(await ask(fail('notFound', 'It is gone.'))).toEqual({ value: undefined, failure: 'It is gone.' })
  expect(await ask(ok('Other words'))).toEqual({ value: 'Other words', failure: undefined })
})

test('[WS4] where nothing was answered yet it is said that nothing answers', async () => {
  const ask = question()
  expect(await ask(fail('offline', 'Nobody answers.'))).toEqual({ value: undefined, failure: 'Nobody answers.' })
})
