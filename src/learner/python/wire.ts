import type { ProgramModule } from '../process/wire.ts';

/** One of the learner's files. */
export interface PythonModule extends ProgramModule {
  /** As it is imported: `connect_four.domain.game` */
  readonly address: string;
  /** Path below the workspace; what stands in tracebacks. */
  readonly file: string;
  readonly text: string;
  readonly isPackage: boolean;
}

/** The package with the event store's client. */
export const clientPackage = 'esdbclient';
