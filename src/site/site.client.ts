import { startFilterDialog } from './filter-dialog.client.ts';
import { startLiveSearch } from './live-search.client.ts';

const form = document.querySelector<HTMLFormElement>('#search[data-live]');
if (form) {
  document.documentElement.classList.add('scripted');
  startLiveSearch(form);
  startFilterDialog();
}
