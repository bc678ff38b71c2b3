class Events {
  constructor(client) {
    this.client = client;
  }

  send(userId, event, session) {
    this.client.capture({
      distinctId: session?.distinctId || userId,
      event,
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

module.exports = { Events };
