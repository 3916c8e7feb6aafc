import type { FromPage, ToPage } from '../../src/pages/panel/contract.ts';
import { connect } from '../shared/host.ts';
import { PanelElement } from './panel-element.ts';
import { remembered } from './resume.ts';
import './bar/menu-element.ts';
import './connect-four/board-element.ts';
import './connect-four/start-form.ts';
import './state/commands-element.ts';
import './timeline/prediction-element.ts';
import './timeline/timeline-element.ts';
import './timeline/transport-element.ts';

const host = connect<FromPage, ToPage>();

customElements.define('ground-up-panel', PanelElement);
const panel = document.querySelector<PanelElement>('ground-up-panel');
panel?.talkTo(host);
const resume = remembered(host);
host.send(resume === undefined ? { type: 'ready' } : { type: 'ready', resume });
