import createMDX from '@next/mdx';
import { withSignalConfig } from 'signal-next/config';

const plugins = [createMDX(), withSignalConfig];

export default plugins.reduce((config, plugin) => plugin(config), {});
