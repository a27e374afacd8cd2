import { openPageDoor } from '../contract/page';
import { bringSecond } from './hand-over';
import { Visit } from './visit';

const visit = new Visit(bringSecond);
openPageDoor(visit.answers);
visit.start();
