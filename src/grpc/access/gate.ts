import { type Metadata, status } from '@grpc/grpc-js';
import type { EventStore } from '../../eventstore/event-store.ts';
import { describedBy } from '../../eventstore/stream-names.ts';
import type { Failure } from '../calls.ts';
import { failureOf, failureWith } from '../failures.ts';
import type { Users } from '../users/users.ts';
import { allows, type Caller, isAdministrator, type Right } from './acl.ts';

/** What somebody wants to do. */
export type Wish =
  | { readonly right: 'read' | 'write' | 'delete'; readonly stream: string }
  /** To look at an account or change its password: one's own, or as an administrator any. */
  | { readonly account: string }
  | { readonly right: 'administer' };

/** Whoever was let in. */
export interface Admitted {
  /** Empty where nobody said who they are. */
  readonly user: string;
}

interface Call {
  readonly metadata: Metadata;
}

const nobody: Caller = { name: undefined, groups: [] };

/** Lets in who says who they are, and lets them do what the streams' access control lists allow. Only where calls are encrypted. */
export class Gate {
  readonly #store: EventStore;
  readonly #users: Users;
  /** Headers whose password was right, with what the users were then; hashing one takes a few milliseconds. */
  readonly #known = new Map<string, { readonly caller: Caller; readonly users: number }>();

  constructor(store: EventStore, users: Users) {
    this.#store = store;
    this.#users = users;
  }

  /** Why they may not; undefined when they may. */
  async pass(call: Call, wish: Wish): Promise<Failure | undefined> {
    const admitted = await this.admit(call, wish);
    return 'code' in admitted ? admitted : undefined;
  }

  /** Who they are, when they may; otherwise why not. */
  async admit(call: Call, wish: Wish): Promise<Admitted | Failure> {
    const caller = await this.#callerOf(call);
    if (caller === undefined) return wrongCredentials;
    return (await this.#refusal(caller, wish)) ?? { user: caller.name ?? '' };
  }

  async #refusal(caller: Caller, wish: Wish): Promise<Failure | undefined> {
    if ('account' in wish) {
      return isAdministrator(caller) || (caller.name !== undefined && caller.name === wish.account)
        ? undefined
        : accessDenied();
    }
    if (wish.right === 'administer') return isAdministrator(caller) ? undefined : accessDenied();
    return this.#mayNot(caller, wish.right, wish.stream);
  }

  async #mayNot(caller: Caller, right: Right, stream: string): Promise<Failure | undefined> {
    if (isAdministrator(caller)) return undefined;
    const described = describedBy(stream);
    if (described !== undefined)
      return this.#mayNot(caller, right === 'read' ? 'readMetadata' : 'writeMetadata', described);
    const result = await this.#store.readMetadata(stream);
    if (result.kind === 'unavailable') return failureOf(result);
    const acl = result.kind === 'metadata' ? result.metadata.custom?.$acl : undefined;
    return allows(acl, right, stream, caller) ? undefined : accessDenied();
  }

  /** Nobody where no credentials came; undefined where wrong ones did. */
  async #callerOf({ metadata }: Call): Promise<Caller | undefined> {
    const [header] = metadata.get('authorization');
    if (header === undefined) return nobody;
    const text = String(header);
    const known = this.#known.get(text);
    if (known?.users === this.#users.changes) return known.caller;
    const credentials = basicCredentials(text);
    const user = credentials && (await this.#users.enter(credentials.name, credentials.password));
    if (user === undefined) return undefined;
    const caller = { name: user.loginName, groups: user.groups };
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.set(text, { caller, users: this.#users.changes });
    return caller;
  }
}

const remembered = 1000;

const wrongCredentials: Failure = {
  code: status.UNAUTHENTICATED,
  details: 'There is no such user, or the password is another.',
};

function accessDenied(): Failure {
  return failureWith(status.PERMISSION_DENIED, 'Access Denied', 'access-denied', {});
}

/** `Basic YWRtaW46Y2hhbmdlaXQ=`; undefined for anything else. */
function basicCredentials(header: string): { readonly name: string; readonly password: string } | undefined {
  const [, encoded] = /^basic\s+([a-z0-9+/=]+)$/i.exec(header) ?? [];
  const [, name, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? [];
  return name === undefined || password === undefined ? undefined : { name, password };
}
