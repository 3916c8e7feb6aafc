import { describe } from 'node:test';
import { appending } from './cases/appending.ts';
import { closing } from './cases/closing.ts';
import { deleting } from './cases/deleting.ts';
import { describing } from './cases/describing.ts';
import { expecting } from './cases/expecting.ts';
import { filtering } from './cases/filtering.ts';
import { linking } from './cases/linking.ts';
import { opaque } from './cases/opaque.ts';
import { reading } from './cases/reading.ts';
import { repeating } from './cases/repeating.ts';
import { subscribing } from './cases/subscribing.ts';
import { type MakeFixture, withStoreFrom } from './harness.ts';

/** What EventStoreDB's streams do, as tests that every store must pass. Read the names to learn it. */
export function conformance(name: string, make: MakeFixture): void {
  describe(name, () => {
    const withStore = withStoreFrom(make);
    appending(withStore);
    expecting(withStore);
    repeating(withStore);
    reading(withStore);
    deleting(withStore);
    describing(withStore);
    linking(withStore);
    subscribing(withStore);
    filtering(withStore);
  });
}

/** The rest of it, for stores of this process: they take bytes as they are, and can be closed. */
export function localConformance(name: string, make: MakeFixture): void {
  describe(name, () => {
    const withStore = withStoreFrom(make);
    opaque(withStore);
    closing(withStore);
  });
}
