import { html } from 'lit';

/** What a closed list shows of the chosen entry, so that it can be cut off with dots; a browser that knows no such thing fields it out. */
export const selected = html`<button><selectedcontent></selectedcontent></button>`;
