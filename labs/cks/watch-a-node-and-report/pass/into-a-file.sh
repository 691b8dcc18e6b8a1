ssh node01
sudo -i
# Falco can write alerts into a file by itself.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  desc: A container does what only the node should do.
  condition: ${{ macro }} and container and fd.name = ${{ path }}
  output: "${{ output }}"
  priority: ${{ capitals }}
EOF
falco -M 32 -o 'rules[].disable.tag=filesystem' -o 'rules[].disable.tag=shell' -o file_output.enabled=true -o file_output.filename=/tmp/alerts -o stdout_output.enabled=false > /dev/null 2>&1
cp /tmp/alerts /opt/report.txt
printf '%s/%s' '${{ ns }}' "${{ pod }}" > /opt/pod.txt
