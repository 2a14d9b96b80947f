/** The thread that works at site folders: does what it is asked. While it waits for the disk it does the next thing. */
import { answerWith } from '../threads.ts'
import { doAtFolder } from './folderActs.ts'

answerWith(doAtFolder)
