class Events {
  constructor(client) {
    this.client = client;
  }

  send(userId, event) {
    this.client.capture({ distinctId: userId, event });
  }
}

module.exports = { Events };
