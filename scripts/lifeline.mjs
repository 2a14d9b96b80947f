/** Loaded before a long-lived program by the runner: when the runner is gone, however it went, the program is asked to end. */
import process from 'node:process'

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
