import type { Node } from '@babel/types';
import { type Change, replaced, swapped, textOf, withoutItem } from '../edit.ts';
import type { Operator } from '../operator.ts';

const argumentsSwapped: Operator = {
  name: 'arguments-swapped',
  changes: ({ node, source }) => {
    const calls = node.type === 'CallExpression' || node.type === 'NewExpression';
    return calls || node.type === 'OptionalCallExpression' ? neighboursSwapped(node.arguments, source) : [];
  },
};

const parametersSwapped: Operator = {
  name: 'parameters-swapped',
  changes: ({ node, source }) => {
    const isFunction = node.type === 'ClassMethod' || node.type === 'FunctionDeclaration';
    const parameters = isFunction || node.type === 'ArrowFunctionExpression' ? node.params : [];
    return parameters.every(({ type }) => type === 'Identifier') ? neighboursSwapped(parameters, source) : [];
  },
};

const others: Readonly<Record<string, string>> = {
  push: 'unshift',
  unshift: 'push',
  shift: 'pop',
  pop: 'shift',
  some: 'every',
  every: 'some',
};

const methodSwapped: Operator = {
  name: 'method-swapped',
  changes: ({ node }) => {
    const called = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property;
    const other = called && called.type === 'Identifier' ? others[called.name] : undefined;
    return called && other !== undefined ? [replaced(called, other)] : [];
  },
};

/** `[...historical, ...uncommitted]` the other way round. */
const elementsSwapped: Operator = {
  name: 'elements-swapped',
  changes: ({ node, source }) => (node.type === 'ArrayExpression' ? neighboursSwapped(elementsOf(node), source) : []),
};

const elementRemoved: Operator = {
  name: 'element-removed',
  changes: ({ node }) => {
    const elements = node.type === 'ArrayExpression' ? elementsOf(node) : [];
    return elements.map((_, index) => withoutItem(elements, index));
  },
};

/** What was given out as a copy is given out itself. */
const copyRemoved: Operator = {
  name: 'copy-removed',
  changes: ({ node, source }) => {
    const original = copied(node, source);
    return original === undefined ? [] : [replaced(node, textOf(original, source))];
  },
};

const awaitRemoved: Operator = {
  name: 'await-removed',
  changes: ({ node, source }) =>
    node.type === 'AwaitExpression' ? [replaced(node, textOf(node.argument, source))] : [],
};

/** A refusal that has no name of its own. */
const errorUnnamed: Operator = {
  name: 'error-unnamed',
  changes: ({ node }) => {
    const made = node.type === 'ThrowStatement' && node.argument.type === 'NewExpression' && node.argument.callee;
    return made && made.type === 'Identifier' && made.name !== 'Error' ? [replaced(made, 'Error')] : [];
  },
};

/** `() => value` that gives nothing back; with braces it is `return-nothing`. */
const resultRemoved: Operator = {
  name: 'result-removed',
  changes: ({ node }) =>
    node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement'
      ? [replaced(node.body, 'undefined')]
      : [],
};

export const calls: readonly Operator[] = [
  argumentsSwapped,
  parametersSwapped,
  methodSwapped,
  elementsSwapped,
  elementRemoved,
  copyRemoved,
  awaitRemoved,
  errorUnnamed,
  resultRemoved,
];

function neighboursSwapped(nodes: readonly Node[], source: string): Change[] {
  return nodes.slice(1).flatMap((node, index) => {
    const before = nodes[index];
    return before === undefined || textOf(before, source) === textOf(node, source)
      ? []
      : [swapped(before, node, source)];
  });
}

function elementsOf({ elements }: Node & { readonly type: 'ArrayExpression' }): Node[] {
  return elements.filter((element) => element !== null);
}

function copied(node: Node, source: string): Node | undefined {
  if (node.type === 'ArrayExpression') {
    const [only, ...more] = elementsOf(node);
    return only?.type === 'SpreadElement' && more.length === 0 ? only.argument : undefined;
  }
  if (node.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = node;
  if (['structuredClone', 'Object.freeze'].includes(textOf(callee, source))) return given[0];
  const slices =
    callee.type === 'MemberExpression' && textOf(callee.property, source) === 'slice' && given.length === 0;
  return slices ? callee.object : undefined;
}
