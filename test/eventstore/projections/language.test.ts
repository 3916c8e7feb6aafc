import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failure, fold, item, outcome } from './folding.ts';

describe('what a projection reads', () => {
  it('is all streams, some, or categories', () => {
    const sources = (query: string) => {
      const { allStreams, streams, categories } = fold(query).sources;
      return { allStreams, streams, categories };
    };
    assert.deepEqual(sources('fromAll().when({})'), { allStreams: true, streams: [], categories: [] });
    assert.deepEqual(sources("fromStream('a')"), { allStreams: false, streams: ['a'], categories: [] });
    assert.deepEqual(sources("fromStreams(['a', 'b'])").streams, ['a', 'b']);
    assert.deepEqual(sources("fromStreams('a', 'b')").streams, ['a', 'b']);
    assert.deepEqual(sources("fromCategory('game')").categories, ['game']);
    assert.deepEqual(sources("fromCategories(['game', 'order'])").categories, ['game', 'order']);
  });

  it('is every event, or those that handlers are named for', () => {
    const events = (handlers: string) => {
      const { allEvents, events } = fold(`fromAll().when({ ${handlers} })`).sources;
      return allEvents ? 'all' : events;
    };
    assert.deepEqual(events('GameStarted() {}, MoveMade() {}'), ['GameStarted', 'MoveMade']);
    assert.deepEqual(events('$any() {}, MoveMade() {}'), 'all');
    assert.deepEqual(events('$init() {}'), 'all');
  });

  it('takes options', () => {
    const { sources } = fold(
      "options({ $includeLinks: true, resultStreamName: 'mine', reorderEvents: true, processingLag: 50 }); fromAll().when({})",
    );
    assert.equal(sources.includeLinks, true);
    assert.equal(sources.resultStream, 'mine');
    assert.match(failure('options({ anything: 1 }); fromAll()'), /Unrecognized option: anything/);
    assert.match(failure('options({ reorderEvents: 1 }); fromAll()'), /Invalid value of option reorderEvents/);
  });

  it('has to be something', () => {
    assert.match(failure('1 + 1'), /reads from nothing/);
    assert.match(failure('fromStream(1)'), /fromStream wants a text/);
  });

  it('is said in an order that makes sense', () => {
    assert.match(failure("fromStream('a').foreachStream()"), /foreachStream is not a function/);
    assert.match(failure('fromAll().foreachStream().partitionBy(() => 1)'), /partitionBy is not a function/);
    assert.match(failure('fromAll().when({}).when({})'), /when is not a function/);
    assert.match(failure('fromAll().when({ $initShared() {}, $deleted() {} })'), /bi-state/);
  });

  it('is said once: handlers cannot change it', () => {
    assert.match(failure('fromAll().when({ A() { fromAll(); } })', [{ type: 'A' }]), /fromAll is not defined/);
    assert.match(failure("emit('a', 'b', {}); fromAll()"), /emit is not defined/);
  });
});

describe('handlers', () => {
  it('fold events into a state by changing it or returning another', () => {
    const query = `fromAll().when({
      $init() { return { moves: 0, last: null }; },
      MoveMade(state, event) { state.moves += 1; state.last = event.data.column; },
      GameFinished(state) { return { ...state, over: true }; },
    })`;
    const { states } = outcome(query, [
      { type: 'MoveMade', data: { column: 'A' } },
      { type: 'MoveMade', data: { column: 'B' } },
      { type: 'GameFinished' },
    ]);
    assert.deepEqual(states, { '': { moves: 2, last: 'B', over: true } });
  });

  it('start from an empty object where nothing is said, and from what $init says before any event', () => {
    assert.equal(fold('fromAll().when({ A() {} })').initial, '{}');
    assert.equal(fold('fromAll().when({ $init() { return 7; }, A() {} })').initial, '7');
  });

  it('leave what they have no name for to $any', () => {
    const query =
      'fromAll().when({ $init() { return []; }, A(s) { s.push(1); }, $any(s, e) { s.push(e.eventType); } })';
    assert.deepEqual(outcome(query, [{ type: 'A' }, { type: 'B' }]).states, { '': [1, 'B'] });
  });

  it('see the event with the names that EventStoreDB gives', () => {
    const query = 'fromAll().when({ $any(s, event) { return JSON.parse(JSON.stringify(event)); } })';
    const seen = outcome(query, [
      {
        type: 'MoveMade',
        data: { column: 'A' },
        metadata: { by: 'me' },
        streamId: 'game-7',
        sequenceNumber: 3,
        partition: 'game-7',
        category: 'game',
        linkMetadataRaw: '{"why":1}',
      },
    ]).states['game-7'];
    assert.deepEqual(seen, {
      partition: 'game-7',
      bodyRaw: '{"column":"A"}',
      metadataRaw: '{"by":"me"}',
      linkMetadataRaw: '{"why":1}',
      streamId: 'game-7',
      eventId: '00000000-0000-4000-8000-000000000000',
      eventType: 'MoveMade',
      isJson: true,
      category: 'game',
      sequenceNumber: 3,
      body: { column: 'A' },
      data: { column: 'A' },
      metadata: { by: 'me' },
      linkMetadata: { why: 1 },
    });
  });

  it('see binary events without a body, and no event whose body is empty', () => {
    const query = 'fromAll().when({ $init() { return []; }, $any(s, e) { s.push([e.isJson, typeof e.data]); } })';
    const { states } = outcome(query, [
      { type: 'A', isJson: false, bodyRaw: 'bytes' },
      { type: 'A', bodyRaw: '  ' },
    ]);
    assert.deepEqual(states, { '': [[false, 'undefined']] });
  });

  it('that look into a body which is no JSON fail', () => {
    assert.match(failure('fromAll().when({ A(s, e) { e.data.x; } })', [{ type: 'A', bodyRaw: '{' }]), /JSON/);
  });

  it('are not needed: then the last event is the state', () => {
    assert.deepEqual(outcome("fromStream('a')", [{ type: 'A', data: { a: 1 } }]).states, { '': { a: 1 } });
  });

  it('of partitions each see their own state, told of the first event and of the end of their stream', () => {
    const query = `fromCategory('game').foreachStream().when({
      $init() { return { log: [] }; },
      $created(state, event) { state.log.push('created ' + event.streamId); },
      $any(state) { state.log.push('event'); },
      $deleted(state, _, partition) { state.log.push('deleted ' + partition); },
    })`;
    const { states } = outcome(query, [
      { type: 'A', streamId: 'game-1', partition: 'game-1' },
      { type: 'A', streamId: 'game-2', partition: 'game-2' },
      { type: 'A', streamId: 'game-1', partition: 'game-1' },
      { type: '$streamDeleted', streamId: 'game-2', partition: 'game-2', kind: 'deleted' },
    ]);
    assert.deepEqual(states, {
      'game-1': { log: ['created game-1', 'event', 'event'] },
      'game-2': { log: ['created game-2', 'event', 'deleted game-2'] },
    });
  });

  it('choose partitions by a function; what is neither text nor number belongs into none', () => {
    const query = 'fromAll().partitionBy((e) => e.data.player).when({})';
    const events = ['one', 2, null, { no: 1 }, ''].map((player) => ({ type: 'A', data: { player } }));
    const partitions = fold(query).partitionsOf(events.map((event, index) => item(event, index).event));
    assert.deepEqual(partitions, ['one', '2', null, null, null]);
  });

  it('of two states see both, and partitions share the second', () => {
    const query = `fromAll().partitionBy((e) => e.streamId).when({
      $init() { return { own: 0 }; },
      $initShared() { return { all: 0 }; },
      A([mine, shared]) { mine.own += 1; shared.all += 1; },
    })`;
    const { states, shared } = outcome(query, [
      { type: 'A', partition: 'a' },
      { type: 'A', partition: 'b' },
      { type: 'A', partition: 'a' },
    ]);
    assert.deepEqual(states, { a: { own: 2 }, b: { own: 1 } });
    assert.deepEqual(shared, { all: 3 });
  });

  it('may have partitions with the names of what every object has', () => {
    const query = 'fromAll().partitionBy((e) => e.streamId).when({ $init() { return 0; }, A(s) { return s + 1; } })';
    for (const partition of ['constructor', '__proto__', 'toString']) {
      const [item1, item2] = [0, 1].map((index) => item({ type: 'A', partition }, index));
      assert.ok(item1 && item2);
      const states = JSON.parse(`{${JSON.stringify(partition)}:null}`);
      const { states: after } = fold(query).process([item1, item2], states, null);
      assert.deepEqual(Object.entries(after), [[partition, '2']]);
    }
  });
});

describe('results', () => {
  const events = [1, 2, 3].map((n) => ({ type: 'A', data: { n } }));

  it('are what transforms and filters make of the state, told when they change', () => {
    const query = `fromAll().when({ $init() { return { sum: 0 }; }, A(s, e) { s.sum += e.data.n; } })
      .filterBy((s) => s.sum > 1).transformBy((s) => ({ big: s.sum > 5 }))`;
    assert.deepEqual(outcome(query, events).results, [undefined, '{"big":false}', '{"big":true}']);
    assert.deepEqual(outcome(query, [...events, { type: 'A', data: { n: 1 } }]).results.at(-1), undefined);
    assert.equal(fold(query).resultOf('{"sum":9}'), '{"big":true}');
    assert.equal(fold(query).resultOf('{"sum":1}'), null);
  });

  it('are the state itself where only outputState is said, and nobody is told where it is not', () => {
    const query = 'fromAll().when({ A(s, e) { s.n = e.data.n; } })';
    assert.deepEqual(outcome(`${query}.outputState()`, events).results, ['{"n":1}', '{"n":2}', '{"n":3}']);
    assert.deepEqual(outcome(query, events).results, [undefined, undefined, undefined]);
  });

  it('that go away are told too', () => {
    const query = 'fromAll().when({ A(s, e) { s.n = e.data.n; } }).filterBy((s) => s.n !== 2)';
    assert.deepEqual(outcome(query, events).results, ['{"n":1}', null, '{"n":3}']);
  });
});

describe('what handlers write', () => {
  it('is new events, links and copies', () => {
    const query = `fromAll().when({ A(s, e) {
      emit('out', 'B', { n: e.data.n }, { why: 1 });
      linkTo('links', e);
      linkStreamTo('streams', e.streamId);
      copyTo('copies', e, { by: 'me' });
    } })`;
    const event = { type: 'A', data: { n: 1 }, metadata: { $correlationId: 'c', $causedBy: 'x', own: 1 } };
    assert.deepEqual(outcome(query, [event]).emitted, [
      { stream: 'out', type: 'B', isJson: true, data: '{"n":1}', metadata: '{"why":1}' },
      { stream: 'links', type: '$>', isJson: false, data: '0@game-1', metadata: null },
      { stream: 'streams', type: '$@', isJson: false, data: 'game-1', metadata: null },
      {
        stream: 'copies',
        type: 'A',
        isJson: true,
        data: '{"n":1}',
        metadata: '{"$correlationId":"c","own":1,"by":"me"}',
      },
    ]);
  });

  it('has to make sense', () => {
    const fails = (call: string) => failure(`fromAll().when({ A(s, e) { ${call}; } })`, [{ type: 'A' }]);
    assert.match(fails("emit('', 'B', {})"), /streamId must be a text/);
    assert.match(fails("emit('a', 1, {})"), /eventName must be a text/);
    assert.match(fails("emit('a', 'B', 1)"), /eventBody must be an object/);
    assert.match(fails("emit('a', 'B', {}, 1)"), /metadata must be an object/);
    assert.match(fails("linkTo('a', {})"), /Invalid link to event undefined@undefined/);
  });
});
