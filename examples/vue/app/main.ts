import '@aidflow/elements/define';
import { createApp } from 'vue';
import TheOffice from './TheOffice.vue';

createApp(TheOffice).mount('#app');
