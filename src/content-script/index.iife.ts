import { openPageDoor } from '../contract/page';
import { bringCompanion } from './hand-over';
import { Visit } from './visit';

const visit = new Visit(bringCompanion);
openPageDoor(visit.answers);
visit.start();
