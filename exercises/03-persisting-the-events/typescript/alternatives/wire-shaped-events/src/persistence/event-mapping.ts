/** Nothing is mapped here: the events of this domain are those of the contract. */
export {};
