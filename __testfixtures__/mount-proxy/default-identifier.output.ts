import { signalProxy } from 'signal-next/proxy';
import { chain } from './middlewares/chain';
import { withLocale } from './middlewares/with-locale';

const middleware = chain([withLocale]);

export default signalProxy(middleware);
