import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { originalOf } from '../../../src/eventstore/events.ts';
import type { Consumer } from '../../../src/eventstore/persistent/engine/consumer.ts';
import { type Effect, SubscriptionEngine } from '../../../src/eventstore/persistent/engine/engine.ts';
import type { Message, RefusalAction } from '../../../src/eventstore/persistent/engine/message.ts';
import { defaultSettings, type StrategyName, strategyNames } from '../../../src/eventstore/persistent/settings.ts';
import { recorded } from './script.ts';

type Act =
  | { readonly kind: 'arrive' | 'skip' | 'join' | 'keep' }
  | { readonly kind: 'leave' | 'pause' | 'resume'; readonly pick: number }
  | { readonly kind: 'ack'; readonly pick: number }
  | { readonly kind: 'refuse'; readonly pick: number; readonly action: RefusalAction }
  | { readonly kind: 'wait'; readonly milliseconds: number };

const pick = fc.nat(1000);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('arrive' as const, 'skip' as const, 'join' as const, 'keep' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'pause' as const, 'resume' as const), pick }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('ack' as const), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('refuse' as const),
      pick,
      action: fc.constantFrom<RefusalAction[]>('park', 'retry', 'skip', 'stop', 'unknown'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.nat(1500) }) },
);

const messageTimeout = 1000;

/** Knows by itself what has to be true of every message, whatever the engine says. */
class Bookkeeper {
  readonly engine: SubscriptionEngine;
  readonly consumers: Consumer[] = [];
  readonly inFlight = new Map<Message, { readonly consumer: Consumer; readonly began: number }>();
  /** Their time is over, and they have not come again yet. */
  readonly late = new Set<Message>();
  readonly parking: Message[] = [];
  readonly undone = new Set<bigint>();
  now = 0;
  checkpoint = -1n;
  #next = 0;

  constructor(strategy: StrategyName) {
    const times = { messageTimeout, checkpointAfter: 500, minCheckpointCount: 2, maxCheckpointCount: 5 };
    this.engine = new SubscriptionEngine({ ...defaultSettings, ...times, maxRetryCount: 3, strategy }, undefined, 0);
  }

  perform(act: Act): void {
    const { engine, now } = this;
    switch (act.kind) {
      case 'arrive': {
        const place = BigInt(this.#next);
        const event = recorded(this.#next, { stream: `game-${this.#next % 7}` });
        this.#next += 1;
        this.undone.add(place);
        return this.#check(engine.arrived({ event, link: undefined }, place, now));
      }
      case 'skip':
        return this.#check(engine.skipped(BigInt(this.#next++), now));
      case 'join': {
        const [consumer, effects] = engine.joined(1 + (this.#next % 3), now);
        this.consumers.push(consumer);
        return this.#check(effects);
      }
      case 'keep':
        for (const message of this.parking.splice(0)) {
          this.#done(message);
          this.#check(engine.parked(message, now));
        }
        return;
      case 'wait':
        this.now += act.milliseconds;
        for (const [message, { began }] of this.inFlight) {
          if (began + messageTimeout > this.now) continue;
          this.inFlight.delete(message);
          this.late.add(message);
        }
        return this.#check(engine.tick(this.now));
      case 'ack':
      case 'refuse':
        return this.#answer(act);
      default:
        return this.#change(act.kind, act.pick);
    }
  }

  /** Everybody does as they should until nothing is left. */
  finish(): void {
    for (const consumer of this.consumers) this.#check(this.engine.resumed(consumer, this.now));
    this.perform({ kind: 'join' });
    for (let round = 0; this.undone.size > 0; round += 1) {
      assert.ok(round < 10_000, `never done: ${[...this.undone]}`);
      this.perform({ kind: 'keep' });
      this.perform({ kind: 'ack', pick: 0 });
    }
  }

  /** Nothing waits that somebody could have. */
  expectNobodyIdle(): void {
    const { historyCount, liveCount, retryCount } = this.engine.figures;
    if (historyCount + liveCount + retryCount === 0) return;
    assert.ok(
      this.consumers.every(({ hasRoom }) => !hasRoom),
      'messages wait though a consumer has room',
    );
  }

  #answer(act: Extract<Act, { kind: 'ack' | 'refuse' }>): void {
    const answerable = [...this.inFlight.keys(), ...(act.kind === 'ack' ? this.late : [])];
    const message = answerable[act.pick % Math.max(1, answerable.length)];
    if (message === undefined) return;
    this.inFlight.delete(message);
    this.late.delete(message);
    const isDone = act.kind === 'ack' || act.action === 'skip' || act.action === 'stop';
    if (isDone) this.#done(message);
    this.#check(
      act.kind === 'ack'
        ? this.engine.acknowledged([message.id], this.now)
        : this.engine.refused([message.id], act.action, '', this.now),
    );
  }

  #change(kind: 'leave' | 'pause' | 'resume', pick: number): void {
    const index = pick % Math.max(1, this.consumers.length);
    const consumer = this.consumers[index];
    if (consumer === undefined) return;
    if (kind === 'pause') return this.engine.paused(consumer);
    if (kind === 'resume') return this.#check(this.engine.resumed(consumer, this.now));
    this.consumers.splice(index, 1);
    for (const [message, flight] of this.inFlight) if (flight.consumer === consumer) this.inFlight.delete(message);
    this.#check(this.engine.left(consumer, this.now));
  }

  #done(message: Message): void {
    this.undone.delete(originalOf(message.event).revision);
  }

  #check(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'deliver') this.#delivered(effect.message, effect.consumer);
      if (effect.kind === 'park') {
        this.#takenBack(effect.message.id);
        this.parking.push(effect.message);
      }
      if (effect.kind === 'checkpoint') {
        assert.ok(effect.place > this.checkpoint, 'checkpoints go forwards');
        this.checkpoint = effect.place;
        for (const place of this.undone) assert.ok(place > effect.place, `${place} is not done at ${effect.place}`);
      }
    }
  }

  #delivered(message: Message, consumer: Consumer): void {
    this.#takenBack(message.id);
    assert.ok(this.undone.has(originalOf(message.event).revision), 'what is done does not come again');
    assert.ok(this.consumers.includes(consumer) && consumer.inFlight <= consumer.limit && !consumer.isPaused);
    this.inFlight.set(message, { consumer, began: this.now });
  }

  /** What comes again after its time was over, or is parked then, is in flight no longer where it was. */
  #takenBack(id: string): void {
    for (const message of this.inFlight.keys()) if (message.id === id) this.inFlight.delete(message);
    for (const message of this.late) if (message.id === id) this.late.delete(message);
  }
}

describe('whatever consumers do', () => {
  for (const strategy of strategyNames) {
    it(`${strategy}: no checkpoint passes what is not done, nothing done comes again, and everything is done in the end`, () => {
      fc.assert(
        fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
          const bookkeeper = new Bookkeeper(strategy);
          for (const one of acts) {
            bookkeeper.perform(one);
            if (!strategy.startsWith('Pinned')) bookkeeper.expectNobodyIdle();
          }
          bookkeeper.finish();
          assert.equal(bookkeeper.engine.figures.outstanding, 0);
        }),
        { numRuns: 150 },
      );
    });
  }
});
