import { isReferenced, type Node } from '@babel/types';
import { type Change, replaced } from '../edit.ts';
import type { Operator } from '../operator.ts';
import type { Site } from '../syntax.ts';

/** What is easily taken for each other in a game of two, and in a history of which a part is stored. */
const pairs: readonly (readonly [string, string])[] = [
  ['One', 'Two'],
  ['ONE', 'TWO'],
  ['historical', 'uncommitted'],
  ['Historical', 'Uncommitted'],
  ['RED', 'YELLOW'],
];

/** `this.playerOne` becomes `this.playerTwo`, where there is such a name. */
const nameSwapped: Operator = {
  name: 'name-swapped',
  changes: (site) => {
    const { node, source } = site;
    if (node.type !== 'Identifier' || !isRead(site)) return [];
    const other = counterpart(node.name);
    if (other === undefined || !new RegExp(`\\b${other}\\b`).test(source)) return [];
    const [parent] = site.around;
    const shorthand = parent?.type === 'ObjectProperty' && parent.shorthand;
    return [shorthand ? replaced(parent, `${node.name}: ${other}`) : replaced(node, other)];
  },
};

const stringSwapped: Operator = {
  name: 'string-swapped',
  changes: ({ node }): readonly Change[] => {
    const other = node.type === 'StringLiteral' ? counterpart(node.value) : undefined;
    return other === undefined ? [] : [replaced(node, `'${other}'`)];
  },
};

export const names: readonly Operator[] = [nameSwapped, stringSwapped];

function counterpart(name: string): string | undefined {
  for (const [one, other] of pairs) {
    if (name.includes(one)) return name.replace(one, other);
    if (name.includes(other)) return name.replace(other, one);
  }
  return undefined;
}

/** A variable or a member that is used, and not the place where it is declared. */
function isRead({ node, around: [parent, grandparent] }: Site): boolean {
  if (parent === undefined || isPattern(grandparent)) return false;
  if (isMemberOf(node, parent)) return true;
  return isReferenced(node, parent, grandparent);
}

function isMemberOf(node: Node, parent: Node): boolean {
  const member = parent.type === 'MemberExpression' || parent.type === 'OptionalMemberExpression';
  return member && parent.property === node;
}

function isPattern(node: Node | undefined): boolean {
  return node?.type === 'ObjectPattern' || node?.type === 'ArrayPattern';
}
