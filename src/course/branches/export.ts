import { matrixAsJson } from './as-json.ts';
import { matrixAsJUnit } from './as-junit.ts';
import { matrixAsMarkdown } from './as-markdown.ts';
import { matrixAsText } from './as-text.ts';
import type { Matrix } from './matrix.ts';

const exporters = { text: matrixAsText, markdown: matrixAsMarkdown, json: matrixAsJson, junit: matrixAsJUnit };

export type MatrixFormat = keyof typeof exporters;

export const matrixFormats: readonly MatrixFormat[] = ['text', 'markdown', 'json', 'junit'];

export function isMatrixFormat(name: string): name is MatrixFormat {
  return Object.hasOwn(exporters, name);
}

export function exportMatrix(matrix: Matrix, format: MatrixFormat): string {
  return exporters[format](matrix);
}
