import type { Expression, Node } from '@babel/types';
import { between, type Change, replaced, textOf } from '../edit.ts';
import type { Operator } from '../operator.ts';

const comparisons: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
};

/** Boundaries moved by one, and the opposite asked. */
const comparison: Operator = {
  name: 'comparison',
  changes: ({ node, source }) => {
    if (node.type !== 'BinaryExpression') return [];
    const { left, right, operator } = node;
    return (comparisons[operator] ?? []).map((other) => between(left, right, operator, other, source));
  },
};

const logical: Operator = {
  name: 'logical',
  changes: ({ node, source }) => {
    if (node.type !== 'LogicalExpression') return [];
    const { left, right, operator } = node;
    if (operator === '??') return [replaced(node, textOf(left, source)), replaced(node, textOf(right, source))];
    return [between(left, right, operator, operator === '&&' ? '||' : '&&', source)];
  },
};

const negationRemoved: Operator = {
  name: 'negation-removed',
  changes: ({ node, source }) =>
    node.type === 'UnaryExpression' && node.operator === '!' ? [replaced(node, textOf(node.argument, source))] : [],
};

const conditionNegated: Operator = {
  name: 'condition-negated',
  changes: ({ node, source }) => {
    const test = testOf(node);
    return test === undefined || isNegatedElsewhere(test) ? [] : [replaced(test, `!(${textOf(test, source)})`)];
  },
};

const conditionTrue: Operator = {
  name: 'condition-true',
  changes: ({ node }) => onTest(node, 'true'),
};

const conditionFalse: Operator = {
  name: 'condition-false',
  // Never throwing is what `throw-removed` makes of it.
  changes: ({ node }) => (onlyThrows(node) ? [] : onTest(node, 'false')),
};

const optionalRemoved: Operator = {
  name: 'optional-removed',
  changes: ({ node, source }) => {
    if (node.type !== 'OptionalMemberExpression' || !node.optional) return [];
    return [between(node.object, node.property, '?.', node.computed ? '' : '.', source)];
  },
};

export const conditions: readonly Operator[] = [
  comparison,
  logical,
  negationRemoved,
  conditionNegated,
  conditionTrue,
  conditionFalse,
  optionalRemoved,
];

function testOf(node: Node): Expression | undefined {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return node.test;
    case 'ForStatement':
      return node.test ?? undefined;
    default:
      return undefined;
  }
}

function onTest(node: Node, text: string): Change[] {
  const test = testOf(node);
  return test === undefined ? [] : [replaced(test, text)];
}

function isNegatedElsewhere(test: Expression): boolean {
  if (test.type === 'BinaryExpression') return comparisons[test.operator]?.length === 1;
  return test.type === 'UnaryExpression' && test.operator === '!';
}

function onlyThrows(node: Node): boolean {
  if (node.type !== 'IfStatement' || node.alternate) return false;
  const { consequent } = node;
  const [first, ...more] = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  return first?.type === 'ThrowStatement' && more.length === 0;
}
