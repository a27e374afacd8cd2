import { openPageDoor } from '../contract';
import { Visit } from './visit';

const visit = new Visit();
openPageDoor(visit.answers);
visit.start();
