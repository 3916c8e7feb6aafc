/** What JSON can say: the only kind of value that crosses a boundary of this project. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
