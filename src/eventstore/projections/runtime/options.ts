import { isObject } from './values.ts';

export interface QueryOptions {
  readonly includeLinks?: boolean;
  readonly biState?: boolean;
  readonly resultStream?: string;
}

type Reader = (value: unknown) => QueryOptions | undefined;

/**
 * What `options({…})` knows, by its name in small letters. Events are read in the order in which the
 * store has them, so there is nothing to reorder and no lag to wait for.
 */
const readers = new Map<string, Reader>(
  Object.entries({
    $includelinks: (value) => (typeof value === 'boolean' ? { includeLinks: value } : undefined),
    bistate: (value) => (typeof value === 'boolean' ? { biState: value } : undefined),
    resultstreamname: (value) => (typeof value === 'string' ? { resultStream: value } : undefined),
    reorderevents: (value) => (typeof value === 'boolean' ? {} : undefined),
    processinglag: (value) => (typeof value === 'number' ? {} : undefined),
  }),
);

/** Throws at an option that does not exist, or whose value is of the wrong kind. */
export function readOptions(given: unknown): QueryOptions {
  if (!isObject(given)) return {};
  const options: QueryOptions[] = Object.entries(given).map(([name, value]) => {
    const read = readers.get(name.toLowerCase());
    if (read === undefined) throw new Error(`Unrecognized option: ${name}`);
    const option = read(value);
    if (option === undefined) throw new TypeError(`Invalid value of option ${name}`);
    return option;
  });
  return Object.assign({}, ...options);
}
