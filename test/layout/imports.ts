import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parse } from '@babel/parser';
import { type Node, traverseFast } from '@babel/types';

/** One import as it stands in a file, paths relative to the project and with forward slashes. */
export interface Import {
  readonly file: string;
  readonly specifier: string;
  /** The imported file for a relative specifier, undefined for a package. */
  readonly target: string | undefined;
  /** Whether nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

/** Every import of a file: static, lazy, of types, and what is exported on. `file` is relative to `root`. */
export function importsOf(root: string, file: string, text = readFileSync(join(root, file), 'utf8')): Import[] {
  const imports: Import[] = [];
  const syntax = parse(text, { sourceType: 'module', plugins: ['typescript'], createImportExpressions: true });
  traverseFast(syntax, (node) => {
    const found = importIn(node);
    if (found === undefined) return;
    const { specifier, typeOnly } = found;
    const target = specifier.startsWith('.') ? resolve(root, dirname(file), specifier) : undefined;
    const path = target === undefined ? undefined : relative(root, target).split(sep).join('/');
    imports.push({ file, specifier, target: path, typeOnly });
  });
  return imports;
}

function importIn(node: Node): Pick<Import, 'specifier' | 'typeOnly'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: node.source.value, typeOnly: node.importKind === 'type' };
    case 'ExportAllDeclaration':
      return { specifier: node.source.value, typeOnly: node.exportKind === 'type' };
    case 'ExportNamedDeclaration':
      return node.source ? { specifier: node.source.value, typeOnly: node.exportKind === 'type' } : undefined;
    case 'ImportExpression':
      return node.source.type === 'StringLiteral' ? { specifier: node.source.value, typeOnly: false } : undefined;
    case 'TSImportType':
      return { specifier: node.argument.value, typeOnly: true };
    default:
      return undefined;
  }
}
