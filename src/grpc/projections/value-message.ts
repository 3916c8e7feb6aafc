import struct, { type Value } from 'google-protobuf/google/protobuf/struct_pb.js';
import type { Json } from '../../base/json.ts';

/** A state or a result as clients get it; null where there is none. */
export function valueMessage(json: string | null): Value {
  const value: Json = json === null ? null : JSON.parse(json);
  return messageOf(value);
}

/** By hand: the library's own way wants its own type of values, and takes what objects inherit for theirs. */
function messageOf(value: Json): Value {
  const message = new struct.Value();
  if (value === null) message.setNullValue(struct.NullValue.NULL_VALUE);
  else if (typeof value === 'boolean') message.setBoolValue(value);
  else if (typeof value === 'number') message.setNumberValue(value);
  else if (typeof value === 'string') message.setStringValue(value);
  else if (isList(value)) message.setListValue(new struct.ListValue().setValuesList(value.map(messageOf)));
  else {
    const fields = new struct.Struct();
    for (const [name, field] of Object.entries(value)) fields.getFieldsMap().set(name, messageOf(field));
    message.setStructValue(fields);
  }
  return message;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
