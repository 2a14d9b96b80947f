/** What every test begins with: files made by tests are readable by their owner only, as the product's are. [SE12] */
import process from 'node:process'

process.umask(0o077)
