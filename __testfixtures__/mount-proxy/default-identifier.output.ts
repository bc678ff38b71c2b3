import { chain } from './middlewares/chain';
import { withLocale } from './middlewares/with-locale';
import { signalProxy } from 'signal-next/proxy';

const middleware = chain([withLocale]);

export default signalProxy(middleware);
