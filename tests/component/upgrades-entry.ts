export { allAnnotations, saveAnnotation } from '../../src/store/annotations';
export { Library, library } from '../../src/store/library';
