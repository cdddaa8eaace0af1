/* biome-ignore-all lint/style/useTemplate: older browsers come here, too. */
/* The site's own script: jQuery, as it has always been. */
$(() => {
  var now = new Date();
  $('#date').text('今天是' + now.getFullYear() + '年' + (now.getMonth() + 1) + '月' + now.getDate() + '日');
  $('#nav li').click(function () {
    $(this).addClass('on').siblings().removeClass('on');
  });
  $('#apply').submit(function (event) {
    event.preventDefault();
    $.ajax({
      url: 'submit',
      type: 'POST',
      data: new FormData(this),
      processData: false,
      contentType: false,
    }).done((entries) => {
      var table = $('<table>').append($('<caption>').text('已提交，共' + entries.length + '项'));
      $.each(entries, (_, entry) => {
        table.append($('<tr>').append($('<th>').text(entry[0]), $('<td>').text(entry[1])));
      });
      $('#apply').hide();
      $('#result').empty().append(table);
      document.querySelector('aid-form').forgetDraft();
    });
  });
});
