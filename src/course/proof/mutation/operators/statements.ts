import type { Expression, Node, Statement } from '@babel/types';
import { type Change, replaced, spanOf, swapped, textOf } from '../edit.ts';
import type { Operator } from '../operator.ts';
import { namesIn, type Site } from '../syntax.ts';

const statementRemoved: Operator = {
  name: 'statement-removed',
  changes: (site) => (isRemovable(site) ? [removed(site)] : []),
};

/** Called twice. What is set twice is set all the same. */
const callDoubled: Operator = {
  name: 'call-doubled',
  changes: (site) => {
    const { node, source } = site;
    const called = node.type === 'ExpressionStatement' ? unawaited(node.expression) : undefined;
    if (called?.type !== 'CallExpression' || called.callee.type === 'Super') return [];
    const twice = `${textOf(node, source)} ${textOf(node, source)}`;
    return [replaced(node, isInList(site) ? twice : `{ ${twice} }`)];
  },
};

const throwRemoved: Operator = {
  name: 'throw-removed',
  changes: (site) => (site.node.type === 'ThrowStatement' ? [removed(site)] : []),
};

const returnNothing: Operator = {
  name: 'return-nothing',
  changes: ({ node }) =>
    node.type === 'ReturnStatement' && node.argument && !isUndefined(node.argument) ? [replaced(node, 'return;')] : [],
};

const statementsSwapped: Operator = {
  name: 'statements-swapped',
  changes: ({ node, source }) => {
    const statements = listOf(node);
    return statements.slice(1).flatMap((statement, index) => {
      const before = statements[index];
      return before !== undefined && matterInOrder(before, statement) ? [swapped(before, statement, source)] : [];
    });
  },
};

/** A field without its first value. */
const initialValueRemoved: Operator = {
  name: 'initial-value-removed',
  changes: ({ node, source }) => {
    if (node.type !== 'ClassProperty' && node.type !== 'ClassPrivateProperty') return [];
    const { value, key, typeAnnotation } = node;
    if (!value || isUndefined(value) || value.type.endsWith('Literal')) return [];
    const start = spanOf(typeAnnotation ?? key).end;
    return [[{ start: source.indexOf('=', start), end: spanOf(value).end, text: '' }]];
  },
};

/** A parameter without the value it has when none is given. */
const defaultRemoved: Operator = {
  name: 'default-removed',
  changes: ({ node }) =>
    node.type === 'AssignmentPattern'
      ? [[{ start: spanOf(node.left).end, end: spanOf(node.right).end, text: '' }]]
      : [],
};

export const statements: readonly Operator[] = [
  statementRemoved,
  callDoubled,
  throwRemoved,
  returnNothing,
  statementsSwapped,
  initialValueRemoved,
  defaultRemoved,
];

function unawaited(value: Expression): Expression {
  return value.type === 'AwaitExpression' ? value.argument : value;
}

/** An `if` that is never true, or a `return` of nothing, says the same as one that is taken out. */
function isRemovable({ node, around }: Site): boolean {
  switch (node.type) {
    case 'ExpressionStatement':
      return !(node.expression.type === 'CallExpression' && node.expression.callee.type === 'Super');
    case 'IfStatement':
      return Boolean(node.alternate);
    case 'BreakStatement':
      return !endsSwitch(around);
    case 'ReturnStatement':
      return !node.argument;
    case 'ContinueStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'SwitchStatement':
    case 'TryStatement':
      return true;
    default:
      return false;
  }
}

/** Whether a statement stands at the end of a switch, in a block of the last case or without one. */
function endsSwitch([parent, ...around]: readonly Node[]): boolean {
  const [of, ...beyond] = around;
  if (parent?.type === 'BlockStatement' && of?.type === 'SwitchCase') return endsSwitch([of, ...beyond]);
  return of?.type === 'SwitchStatement' && of.cases.at(-1) === parent;
}

/** Where a statement is the only one allowed, an empty one takes its place. */
function removed(site: Site): Change {
  return replaced(site.node, isInList(site) ? '' : ';');
}

function isInList({ node, around: [parent] }: Site): boolean {
  return parent !== undefined && listOf(parent).some((statement) => statement === node);
}

function listOf(node: Node): readonly Statement[] {
  switch (node.type) {
    case 'BlockStatement':
      return node.body;
    case 'SwitchCase':
      return node.consequent;
    default:
      return [];
  }
}

const moving = ['ExpressionStatement', 'IfStatement', 'ForStatement', 'ForOfStatement', 'VariableDeclaration'];

/** Whether the other order could make a difference, and more of one than a name that is used before it is there. */
function matterInOrder(one: Statement, other: Statement): boolean {
  if (![one, other].every(({ type }) => moving.includes(type))) return false;
  if (declares(one, other) || declares(other, one)) return false;
  return !(areApart(one, other) && areApart(other, one));
}

function declares(one: Statement, other: Statement): boolean {
  if (one.type !== 'VariableDeclaration') return false;
  const used = namesIn(other);
  return one.declarations.some(({ id }) => [...namesIn(id)].some((name) => used.has(name)));
}

/** One sets a field that the other neither sets nor reads, and calls nothing on the way. */
function areApart(one: Statement, other: Statement): boolean {
  const set = assigned(one);
  return set !== undefined && !namesIn(other).has(set);
}

function assigned(statement: Statement): string | undefined {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
    return undefined;
  const { left, right } = statement.expression;
  if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') return undefined;
  const field = left.property.type === 'PrivateName' ? left.property.id : left.property;
  return field.type === 'Identifier' && isPlain(right) ? field.name : undefined;
}

function isPlain(value: Expression): boolean {
  if (value.type === 'MemberExpression') return value.object.type !== 'Super' && isPlain(value.object);
  return ['Identifier', 'ThisExpression'].includes(value.type) || value.type.endsWith('Literal');
}

function isUndefined(value: Expression): boolean {
  return value.type === 'Identifier' && value.name === 'undefined';
}
