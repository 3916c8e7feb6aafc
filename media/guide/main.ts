import type { GuideAction, GuideMessage } from '../../src/panel/guide-contract.ts';
import { connect } from '../shared/host.ts';
import { GuideElement } from './guide-element.ts';

customElements.define('ground-up-guide', GuideElement);

/** What the page remembers over a reload, beside the state that the host owns. */
const schema = 1;

const host = connect<GuideAction>();
const guide = document.querySelector('ground-up-guide');
if (guide instanceof GuideElement) start(guide);

function start(page: GuideElement): void {
  let scroll = recall(page);
  const remember = () => host.remember({ schema, folding: page.folding.toJson(), scroll: window.scrollY });
  page.send = host.send;
  page.remember = remember;
  window.addEventListener('scrollend', remember);
  host.onMessage((message) => {
    if (!isGuideMessage(message)) return;
    if (message.kind === 'reveal') return page.reveal(message.step);
    page.state = message.state;
    if (scroll === 0) return;
    const top = scroll;
    scroll = 0;
    void page.updateComplete.then(() => window.scrollTo({ top, behavior: 'instant' }));
  });
  host.send({ kind: 'ready' });
}

/** Where the page was scrolled to. */
function recall(page: GuideElement): number {
  const known = host.remembered();
  if (typeof known !== 'object' || known === null || !('schema' in known) || known.schema !== schema) return 0;
  if ('folding' in known) page.folding.restore(known.folding);
  return 'scroll' in known && typeof known.scroll === 'number' ? known.scroll : 0;
}

/** Only the host can send here; this tells its messages from the ones the editor itself sends a webview. */
function isGuideMessage(message: unknown): message is GuideMessage {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  return message.kind === 'state' || message.kind === 'reveal';
}
