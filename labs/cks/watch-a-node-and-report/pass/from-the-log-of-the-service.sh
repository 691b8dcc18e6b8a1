ssh node01
sudo -i
# The service sees the new rule by itself and watches on.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- macro: taken
  condition: (fd.name = ${{ path }} and ${{ flag }} = true)

- rule: ${{ rule }}
  desc: A container does what only the node should do.
  condition: not container.id = host and taken and fd.num >= 0 and (evt.type = openat or evt.type in (open, openat2))
  output: "${{ output }}"
  priority: ${{ priority }}
EOF
sleep 40
grep ': ${{ priority }} ' /var/log/syslog | grep -v 'file=' | sed 's/^.*: ${{ priority }} //' > /opt/report.txt
echo '${{ ns }}/${{ pod }}' > /opt/pod.txt
