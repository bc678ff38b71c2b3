import { signal } from './signal-server';

const send = signal.capture.bind(signal);
const identify = signal.identify;

signal.capture = (message) => {
  try {
    send({ ...message, properties: { ...message.properties, from: 'server' } });
  } catch (error) {
    console.error(error);
  }
};

signal.identify = (...args) => {
  identify.call(signal, ...args);
};

export { signal };
