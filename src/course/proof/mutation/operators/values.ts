import type { Node } from '@babel/types';
import { between, type Change, replaced, spanOf, textOf, withoutItem } from '../edit.ts';
import type { Operator } from '../operator.ts';

const opposites: Readonly<Record<string, string>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '+=': '-=',
  '-=': '+=',
};

const arithmetic: Operator = {
  name: 'arithmetic',
  changes: ({ node, source }) => {
    if (node.type === 'UpdateExpression') {
      const [from, to] = node.operator === '++' ? ['++', '--'] : ['--', '++'];
      return [replaced(node, textOf(node, source).replace(from, to))];
    }
    if (node.type !== 'BinaryExpression' && node.type !== 'AssignmentExpression') return [];
    const { left, right, operator } = node;
    const opposite = opposites[operator];
    if (opposite === undefined || [left, right].some(isText)) return [];
    return [between(left, right, operator, opposite, source)];
  },
};

const numberOffByOne: Operator = {
  name: 'number-off-by-one',
  changes: ({ node }) => {
    if (node.type === 'NumericLiteral') return [1, -1].map((by) => replaced(node, `${node.value + by}`));
    if (node.type !== 'BigIntLiteral') return [];
    return [1n, -1n].map((by) => replaced(node, `${BigInt(node.value) + by}n`));
  },
};

const booleanFlipped: Operator = {
  name: 'boolean-flipped',
  changes: ({ node }) => (node.type === 'BooleanLiteral' ? [replaced(node, String(!node.value))] : []),
};

const stringChanged: Operator = {
  name: 'string-changed',
  changes: ({ node }) => (node.type === 'StringLiteral' ? [replaced(node, node.value === '' ? "'x'" : "''")] : []),
};

/** `game-${id}` loses its words, or its id. */
const templatePartRemoved: Operator = {
  name: 'template-part-removed',
  changes: ({ node, around }) => {
    if (node.type !== 'TemplateLiteral' || around[0]?.type === 'TaggedTemplateExpression') return [];
    const words = node.quasis.filter(({ value }) => value.raw !== '').map((quasi) => replaced(quasi, ''));
    return [...words, ...node.expressions.map(withoutExpression)];
  },
};

/** An event or its data that lacks one thing. */
const propertyRemoved: Operator = {
  name: 'property-removed',
  changes: ({ node }) =>
    node.type === 'ObjectExpression' ? node.properties.map((_, index) => withoutItem(node.properties, index)) : [],
};

/** The same data under another key. */
const keyRenamed: Operator = {
  name: 'key-renamed',
  changes: ({ node, around }) => {
    if (node.type !== 'ObjectProperty' || around[0]?.type !== 'ObjectExpression') return [];
    if (node.computed || node.key.type !== 'Identifier') return [];
    const renamed = `other_${node.key.name}`;
    return node.shorthand ? [replaced(node, `${renamed}: ${node.key.name}`)] : [replaced(node.key, renamed)];
  },
};

export const values: readonly Operator[] = [
  arithmetic,
  numberOffByOne,
  booleanFlipped,
  stringChanged,
  templatePartRemoved,
  propertyRemoved,
  keyRenamed,
];

/** From `${` up to `}`. */
function withoutExpression(expression: Node): Change {
  const { start, end } = spanOf(expression);
  return [{ start: start - 2, end: end + 1, text: '' }];
}

function isText(node: Node): boolean {
  if (node.type === 'BinaryExpression') return isText(node.left) || isText(node.right);
  return node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
}
