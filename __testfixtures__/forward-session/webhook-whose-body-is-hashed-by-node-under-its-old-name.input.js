// @file pages/api/transfers.js
const crypto = require('crypto');
const { buffer } = require('micro');
const { signal } = require('@/lib/signal-server');

module.exports = async function handler(req, res) {
  const body = await buffer(req);
  const expected = crypto.createHmac('sha256', process.env.BANK_KEY).update(body).digest('hex');
  const given = String(req.headers['x-bank-digest']);
  if (!crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(given))) return res.status(401).end();
  const transfer = JSON.parse(body);
  signal.capture({ distinctId: transfer.reference, event: 'transfer_received' });
  res.status(204).end();
};

module.exports.config = { api: { bodyParser: false } };
