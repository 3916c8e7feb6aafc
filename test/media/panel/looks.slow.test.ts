import { hang } from '../looks.ts';
import { states } from './states.ts';

hang({ of: 'panel', size: [360, 760], sharpness: 2, looks: states });
