export { Dexie } from 'dexie';
export { queueOf } from '../../src/core/review-queue';
export { allAnnotations } from '../../src/store/annotations';
export { Library, library } from '../../src/store/library';
export { live } from '../../src/store/live';
export { readQueueMaterial, readReviewState } from '../../src/store/reviews';
