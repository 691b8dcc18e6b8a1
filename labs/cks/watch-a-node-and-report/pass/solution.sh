ssh node01
sudo -i
cat > /etc/falco/rules.d/watch.yaml <<'EOF'
- rule: ${{ rule }}
  desc: A container does what only the node should do.
  condition: evt.type in (open, openat, openat2) and ${{ flag }} = true and fd.num >= 0 and container.id != host and fd.name = ${{ path }}
  output: "${{ output }}"
  priority: ${{ capitals }}
EOF
falco -r /etc/falco/rules.d/watch.yaml -M 30 2> /dev/null | grep ': ${{ priority }} ' > /opt/report.txt
cat > /root/who.yaml <<'EOF'
- rule: Who
  desc: A container does what only the node should do.
  condition: evt.type in (open, openat, openat2) and ${{ flag }} = true and fd.num >= 0 and container.id != host and fd.name = ${{ path }}
  output: "%k8s.ns.name/%k8s.pod.name"
  priority: DEBUG
EOF
falco -r /root/who.yaml -M 10 2> /dev/null | sed -n 's/^.*: Debug //p' | sort -u > /opt/pod.txt
