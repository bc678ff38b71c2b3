interface Event {
  data: { object: { client_reference_id: string; status: string } };
}

export declare const stripe: {
  webhooks: { constructEvent(body: string, signature: string, secret: string): Event };
};
