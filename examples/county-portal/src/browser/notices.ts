import '@aidflow/elements/define';
