import { filesOf, type Known, withoutSemicolons } from './files.ts';
import { declarationsOf } from './game/game.ts';
import { mappingModule } from './storing/mapping-module.ts';
import { repositoryModule } from './storing/repository-module.ts';
import type { Stage, Style } from './style.ts';

/** What is handed out in exercise 2, and the package that exercise 3 uses. */
const known: readonly Known[] = [
  {
    path: '@eventstore/db-client',
    isPackage: true,
    values: ['ANY', 'jsonEvent'],
    types: ['EventData', 'EventStoreDBClient', 'JSONEventType', 'RecordedEvent'],
  },
  { path: 'domain/board', values: ['Board', 'columns'], types: ['BoardState', 'Column', 'Token'] },
  { path: 'domain/result', values: [], types: ['GameResult'] },
];

/** The files that somebody writes who solves an exercise in a style, by path below the workspace. */
export function programOf(style: Style, stage: Stage): Map<string, string> {
  const modules = [
    ...style.module.lay(declarationsOf(style, stage)),
    ...(stage === 3 ? [mappingModule(style), repositoryModule(style)] : []),
  ];
  const files = filesOf(modules, known);
  if (style.semicolons.name === 'with') return files;
  return new Map([...files].map(([path, text]) => [path, withoutSemicolons(text)]));
}
