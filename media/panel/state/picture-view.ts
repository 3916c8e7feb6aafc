import { html, nothing, type TemplateResult } from 'lit';
import type { Showing } from '../../../src/pages/panel/contract.ts';
import type { PictureView, TablePicture } from '../../../src/pages/panel/picture.ts';
import { smallBoard } from '../connect-four/small-board.ts';

/** The picture at the cursor, and how commands are given there. A new kind of picture is one more case, here and below. */
export function pictureView({ state: { picture }, drive, subject }: Showing): TemplateResult {
  const now = subject.following;
  switch (picture.kind) {
    case 'board':
      return html`<panel-board .drive=${drive} .board=${picture} .now=${now}></panel-board>`;
    case 'table':
      return html`<div class="picture-area">${tableView(picture)} <panel-commands .drive=${drive}></panel-commands></div>`;
    case 'none':
      return html`<div class="picture-area"><panel-commands .drive=${drive}></panel-commands></div>`;
  }
}

/** The same to be looked at only, beside something else. */
export function smallPictureView(picture: PictureView): TemplateResult | typeof nothing {
  switch (picture.kind) {
    case 'board':
      return smallBoard(picture);
    case 'table':
      return tableView(picture);
    case 'none':
      return nothing;
  }
}

function tableView({ title, columns, rows }: TablePicture): TemplateResult {
  return html`<table class="picture-table">
    <caption>${title}</caption>
    <thead>
      <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
    </tbody>
  </table>`;
}
