ssh node01
sudo -i
# Macros that come with Falco, and its other rules left out for once. The lines without what stands before them.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  desc: A container does what only the node should do.
  condition: ${{ macro }} and container and fd.name in ("${{ path }}")
  output: "${{ output }}"
  priority: ${{ capitals }}
EOF
falco -M 45 -o 'rules[].disable.rule=*' -o 'rules[].enable.rule=${{ rule }}' 2> /dev/null | sed -n 's/^[0-9:.]*: ${{ priority }} //p' > /opt/report.txt
id=$(head -1 /opt/report.txt | grep -o '[0-9a-f]\{12\}')
cat > /root/names.yaml <<'EOF'
- rule: Names
  desc: A container does what only the node should do.
  condition: evt.type = openat and container.id != host
  output: "%container.id %k8s.ns.name/%k8s.pod.name"
  priority: INFO
EOF
falco -r /root/names.yaml -M 20 2> /dev/null | grep "$id" | head -1 | sed 's/.* //' > /opt/pod.txt
