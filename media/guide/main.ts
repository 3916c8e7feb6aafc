import type { FromPage, ToPage } from '../../src/pages/guide/contract.ts';
import { connect } from '../shared/host.ts';
import { GuideElement } from './guide-element.ts';

customElements.define('ground-up-guide', GuideElement);

/** What the page remembers over a reload, beside the state that the host owns. */
const schema = 1;

const host = connect<FromPage>();
const guide = document.querySelector('ground-up-guide');
if (guide instanceof GuideElement) start(guide);

function start(page: GuideElement): void {
  let scroll = recall(page);
  const remember = () => host.remember({ schema, folding: page.folding.toJson(), scroll: window.scrollY });
  page.send = host.send;
  page.remember = remember;
  window.addEventListener('scrollend', remember);
  host.onMessage((message) => {
    if (!isToPage(message)) return;
    if (message.type === 'reveal') return page.reveal(message.step);
    page.state = message.state;
    if (scroll === 0) return;
    const top = scroll;
    scroll = 0;
    void page.updateComplete.then(() => window.scrollTo({ top, behavior: 'instant' }));
  });
  host.send({ type: 'ready' });
}

/** Where the page was scrolled to. */
function recall(page: GuideElement): number {
  const known = host.remembered();
  if (typeof known !== 'object' || known === null || !('schema' in known) || known.schema !== schema) return 0;
  if ('folding' in known) page.folding.restore(known.folding);
  return 'scroll' in known && typeof known.scroll === 'number' ? known.scroll : 0;
}

/** Only the host can send here; this tells its messages from the ones the editor itself sends a webview. */
function isToPage(message: unknown): message is ToPage {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'state' || message.type === 'reveal';
}
