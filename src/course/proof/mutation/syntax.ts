import { parse } from '@babel/parser';
import type { Node } from '@babel/types';

/** A node of a program that does something when it runs, and what it stands in, innermost first. */
export interface Site {
  readonly node: Node;
  readonly around: readonly Node[];
  /** The text of the whole file. */
  readonly source: string;
}

/**
 * Every node of a TypeScript file at which a change would change what the program does, in the order of the text. Left out
 * are types, imports, and the words of an error that is thrown: those are the writer's own.
 */
export function sitesIn(source: string): Site[] {
  const { program } = parse(source, {
    sourceType: 'module',
    plugins: ['typescript', 'decoratorAutoAccessors'],
    attachComment: false,
  });
  return sitesBelow(program, [], source);
}

function sitesBelow(node: Node, around: readonly Node[], source: string): Site[] {
  const inner = [node, ...around];
  return [{ node, around, source }, ...runningChildren(node).flatMap((child) => sitesBelow(child, inner, source))];
}

function runningChildren(node: Node): Node[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return [];
    case 'ExportNamedDeclaration':
      return node.declaration ? [node.declaration] : [];
    case 'ThrowStatement':
      return node.argument.type === 'NewExpression' ? [] : [node.argument];
    case 'ObjectProperty':
      // Written once and read twice: `{ column }` is its own key and value.
      return node.shorthand ? [node.value] : childrenOf(node).filter(runs);
    default:
      return childrenOf(node).filter(runs);
  }
}

/** Of what only TypeScript knows, these hold an expression that is run. */
const aroundExpressions = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSParameterProperty'];

function runs({ type }: Node): boolean {
  return !type.startsWith('TS') || aroundExpressions.includes(type);
}

export function childrenOf(node: Node): Node[] {
  const values: readonly unknown[] = Object.values(node);
  return values.flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Every name that occurs in a piece of program, members after a dot too. */
export function namesIn(node: Node): Set<string> {
  const own = node.type === 'Identifier' ? [node.name] : [];
  return new Set([...own, ...childrenOf(node).flatMap((child) => [...namesIn(child)])]);
}
