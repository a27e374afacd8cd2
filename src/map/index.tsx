import { readSettings } from '../store/settings';
import { openPage } from '../ui/open-page';
import { MapPage } from './map-page';

await openPage('map', readSettings(), <MapPage />);
