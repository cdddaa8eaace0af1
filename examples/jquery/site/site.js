/* Globals that every script of the site uses, and additions to what belongs to everybody. */
var page = 'report';
var name = '便民网';
var form, value, schema;
Array.prototype.last = function () {
  return this[this.length - 1];
};
String.prototype.blank = function () {
  return $.trim(this) === '';
};

$(function () {
  var now = new Date();
  $('#clock').text(now.getFullYear() + '年' + (now.getMonth() + 1) + '月' + now.getDate() + '日');
  $('input, select, textarea').addClass('field');
  // The site counts keys, and keeps Enter from sending forms by mistake.
  $(document).on('keypress', 'input', function (event) {
    if (event.which === 13) return false;
  });

  /* From here on: Aidflow. */
  var $report = $('#report');
  $.getJSON('report.json', function (json) {
    $report.prop({ schema: json, noSubmit: true });
  });
  $('#fill').click(function () {
    $report.prop('value', { street: '人民路', fault: '不亮', mobile: '13800000000' });
    return false;
  });
  $report.on('aid-input aid-change', function (event) {
    $('#live').text('正在填写：' + (event.originalEvent.detail.value.street || ''));
  });
  $report.on('aid-invalid', function (event) {
    $('#live').text('还有 ' + event.originalEvent.detail.problems.length + ' 处要改');
  });
  $('#form').submit(function (event) {
    event.preventDefault();
    $.ajax({
      url: this.action,
      type: 'POST',
      data: new FormData(this),
      processData: false,
      contentType: false,
    })
      .done(function (answer) {
        var table = $('<table id="sent">');
        $.each(answer.entries, function (_, entry) {
          table.append($('<tr>').append($('<th>').text(entry[0]), $('<td>').text(entry[1])));
        });
        $('#form').replaceWith(table);
      })
      .fail(function (answer) {
        $report.prop('problems', $.parseJSON(answer.responseText).problems);
      });
  });
});
