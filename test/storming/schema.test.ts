import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inRoot } from '../../src/dev/root.ts';
import { formatWall } from '../../src/storming/format.ts';
import { connectionSchema, noteSchema } from '../../src/storming/read.ts';
import { idPattern, lanes, limits, noteKinds } from '../../src/storming/wall.ts';
import { library } from './walls.ts';

const { properties, required } = JSON.parse(readFileSync(inRoot('media/wall/storming.schema.json'), 'utf8'));
const { notes, connections } = properties;

describe('the schema that the editor completes and checks with', () => {
  it('knows the members that the reader knows', () => {
    assert.deepEqual(required, Object.keys(JSON.parse(formatWall(library))));
    assert.deepEqual(Object.keys(properties), required);
    for (const [list, schema] of [
      [notes, noteSchema],
      [connections, connectionSchema],
    ]) {
      const known = Object.keys(schema.entries).sort();
      assert.deepEqual(Object.keys(list.items.properties).sort(), known);
      assert.deepEqual([...list.items.required].sort(), known);
      assert.equal(list.items.additionalProperties, false);
    }
  });

  it('has the same kinds, lanes and limits', () => {
    const { id, kind, at, lane, row, text } = notes.items.properties;
    assert.deepEqual([kind.enum, lane.enum], [[...noteKinds], [...lanes]]);
    assert.deepEqual([at.maximum, row.maximum, text.maxLength], [limits.at, limits.row, limits.text]);
    assert.deepEqual([notes.maxItems, connections.maxItems], [limits.notes, limits.connections]);
    for (const { pattern } of [id, ...Object.values<{ pattern: string }>(connections.items.properties)]) {
      assert.equal(pattern, idPattern.source);
    }
  });
});
