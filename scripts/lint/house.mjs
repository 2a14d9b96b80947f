/** The house's own lint rules: what the standard ones cannot say about SQL, markup, locale and the shape of a file. [SE10] [SE11] */

const markupProperties = new Set(['innerHTML', 'outerHTML', 'srcdoc'])
const markupCalls = new Set(['insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'createContextualFragment'])
const localDateGetters = /^(?:get|set)(?:Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset)$/

/** The written name of a member expression's property, for `a.b` and `a['b']`; undefined for a computed one. */
function propertyName(node) {
  if (!node.computed && node.property.type === 'Identifier') return node.property.name
  return node.property.type === 'Literal' && typeof node.property.value === 'string' ? node.property.value : undefined
}

function isFixedText(node) {
  if (node.type === 'Literal') return typeof node.value === 'string'
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0
  return node.type === 'BinaryExpression' && node.operator === '+' && isFixedText(node.left) && isFixedText(node.right)
}

/** Template text, unless all it takes in are this file's own fixed texts, `const conditions = '…'`. */
function isBuiltText(node, fixedNames) {
  if (node.type === 'TemplateLiteral') return !node.expressions.every((part) => part.type === 'Identifier' && fixedNames.has(part.name))
  return node.type === 'BinaryExpression' && !isFixedText(node)
}

/** Names of the constants at the top of a file that are fixed text. */
function fixedTexts(program) {
  const declarations = program.body
    .map((node) => node.declaration ?? node)
    .filter((node) => node.type === 'VariableDeclaration' && node.kind === 'const')
  const named = declarations
    .flatMap((node) => node.declarations)
    .filter(({ id, init }) => id.type === 'Identifier' && init !== null && isFixedText(init))
  return new Set(named.map(({ id }) => id.name))
}

/** True for `db`, `this.db`, `hubDb`, `database`: `exec` is also a method of regular expressions. */
function isDatabase(node) {
  const name = node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? propertyName(node) : undefined
  return name !== undefined && /(?:^db|Db|^database|Database)$/.test(name)
}

const fixedSql = {
  create(context) {
    let fixedNames = new Set()
    return {
      Program(node) {
        fixedNames = fixedTexts(node)
      },
      CallExpression(node) {
        if (node.callee.type !== 'MemberExpression') return
        const [text] = node.arguments
        if (text === undefined) return
        const method = propertyName(node.callee)
        if (method === 'prepare' && isBuiltText(text, fixedNames)) {
          context.report({ node, message: 'SQL is fixed text with parameters: no template text in prepare.' })
        }
        if (
          method === 'exec' &&
          (isDatabase(node.callee.object) ? !isFixedText(text) : text.type === 'TemplateLiteral' && isBuiltText(text, fixedNames))
        ) {
          context.report({ node, message: 'exec takes fixed text only.' })
        }
      },
    }
  },
}

const noMarkup = {
  create(context) {
    return {
      AssignmentExpression(node) {
        if (node.left.type !== 'MemberExpression') return
        const name = propertyName(node.left)
        if (name !== undefined && markupProperties.has(name))
          context.report({ node, message: `${name} turns text into markup: build elements instead.` })
      },
      CallExpression(node) {
        if (node.callee.type !== 'MemberExpression') return
        const name = propertyName(node.callee)
        const onDocument = node.callee.object.type === 'Identifier' && node.callee.object.name === 'document'
        if ((name !== undefined && markupCalls.has(name)) || (onDocument && (name === 'write' || name === 'writeln'))) {
          context.report({ node, message: `${name} turns text into markup: build elements instead.` })
        }
      },
      JSXAttribute(node) {
        if (node.name.name === 'dangerouslySetInnerHTML' || node.name.name === 'srcDoc') {
          context.report({ node, message: `${node.name.name} turns text into markup: build elements instead.` })
        }
      },
      Property(node) {
        if (node.key.type === 'Identifier' && node.key.name === 'dangerouslySetInnerHTML') {
          context.report({ node, message: 'dangerouslySetInnerHTML turns text into markup: build elements instead.' })
        }
      },
    }
  },
}

const noHostIdentity = {
  create(context) {
    const message = 'Who the computer says one is never enters the program.'
    return {
      ImportSpecifier(node) {
        if (!/^(?:node:)?os$/.test(node.parent.source.value)) return
        if (node.imported.name === 'userInfo' || node.imported.name === 'hostname') context.report({ node, message })
      },
      MemberExpression(node) {
        const name = propertyName(node)
        if (node.object.type === 'Identifier' && node.object.name === 'os' && (name === 'userInfo' || name === 'hostname')) {
          context.report({ node, message })
        }
      },
    }
  },
}

const noLocale = {
  create(context) {
    return {
      Identifier(node) {
        if (node.name === 'Intl') context.report({ node, message: 'Intl differs between machines; published bytes must not.' })
      },
      MemberExpression(node) {
        const name = propertyName(node)
        if (name?.startsWith('toLocale') || name === 'localeCompare') {
          context.report({ node, message: `${name} differs between machines; published bytes must not.` })
        }
        if (name !== undefined && localDateGetters.test(name)) {
          context.report({ node, message: `${name} reads this machine’s time zone; use the zone that is handed in.` })
        }
      },
    }
  },
}

const noStarExport = {
  create(context) {
    return {
      ExportAllDeclaration(node) {
        if (node.exported === null) context.report({ node, message: 'Name what is exported.' })
      },
    }
  },
}

const openingSentence = {
  create(context) {
    return {
      Program(node) {
        const text = context.sourceCode.getText()
        const start = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0
        if (!/^\/\*\*[^]*?\S[^]*?\*\//.test(text.slice(start).trimStart())) {
          context.report({ node, message: 'A file begins with a one-sentence /** … */ that says what it is for.' })
        }
      },
    }
  },
}

export default {
  meta: { name: 'house' },
  rules: {
    'fixed-sql': fixedSql,
    'no-markup': noMarkup,
    'no-host-identity': noHostIdentity,
    'no-locale': noLocale,
    'no-star-export': noStarExport,
    'opening-sentence': openingSentence,
  },
}
